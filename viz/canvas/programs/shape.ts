import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';

/** Draws every shape of an entity in one program: a square carries the point in units of the radius, and a distance function
 * of the shape says what is inside. Frames and double borders are lines at a distance from that edge. */
const vertexShader = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_pixelRatio;
varying vec4 v_color;
varying vec2 v_point;
varying float v_shape;
varying float v_pixel;
const float bias = 255.0 / 254.0;
void main() {
  float radius = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  gl_Position = vec4((u_matrix * vec3(a_position + a_corner * radius * 1.5, 1)).xy, 0, 1);
  v_point = a_corner * 1.5;
  v_shape = a_shape;
  v_pixel = u_sizeRatio / (a_size * u_pixelRatio);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}`;

const fragmentShader = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_point;
varying float v_shape;
varying float v_pixel;
float box(vec2 p, float half_) { vec2 d = abs(p) - half_; return max(d.x, d.y); }
float rounded(vec2 p, float half_, float r) { vec2 d = abs(p) - half_ + r; return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0) - r; }
float hexagon(vec2 p, float r) { p = abs(p); return max(p.x * 0.866 + p.y * 0.5, p.y) - r * 0.866; }
float ink(float d) { return 1.0 - smoothstep(-v_pixel, v_pixel, d); }
float ring(float d, float at, float width) { return ink(abs(d - at) - width); }
void main(void) {
  vec2 p = v_point;
  float d = length(p) - 1.0;
  float alpha = 0.0;
  if (v_shape < 0.5) alpha = ink(d);
  else if (v_shape < 1.5) alpha = max(ink(length(p) - 0.86), ring(box(p, 1.12), 0.0, 0.07));
  else if (v_shape < 2.5) { d = box(p, 0.88); alpha = ink(d); }
  else if (v_shape < 3.5) { d = box(p, 0.76); alpha = max(ink(d), ring(box(p, 1.02), 0.0, 0.07)); }
  else if (v_shape < 4.5) { d = hexagon(p, 1.08); alpha = ink(d); }
  else if (v_shape < 5.5) { d = (abs(p.x) + abs(p.y) - 1.2) * 0.707; alpha = ink(d); }
  else { d = rounded(p, 0.95, 0.35); alpha = ink(d); }
  #ifdef PICKING_MODE
  if (max(abs(p.x), abs(p.y)) > 1.2) discard;
  gl_FragColor = v_color;
  #else
  alpha *= v_color.a;
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
  #endif
}`;

const uniforms = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix', 'u_pixelRatio'] as const;
type Uniform = (typeof uniforms)[number];

/** What the engine puts on a node besides sigma's own. */
export interface ShapeData extends NodeDisplayData {
  readonly shape?: number;
}

export class ShapeProgram extends NodeProgram<Uniform> {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: TRIANGLES,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, -1],
        [1, 1],
        [-1, 1],
      ],
    };
  }

  override processVisibleItem(nodeIndex: number, startIndex: number, data: ShapeData) {
    this.array.set([data.x, data.y, data.size, data.shape ?? 0, floatColor(data.color), nodeIndex], startIndex);
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>) {
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
    gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
  }
}
