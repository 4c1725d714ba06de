import { EdgeProgram, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';

/** Draws every tie: a strip along the line, in screen pixels, so that widths, dashes and the gap between the private and the
 * duty side stay the same at every zoom. `offset` moves the strip sideways; hollow lines keep only their two rims. */
const vertexShader = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_start;
attribute vec2 a_end;
attribute float a_width;
attribute float a_pattern;
attribute float a_offset;
attribute float a_arrow;
attribute float a_endSize;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_half;
uniform float u_sizeRatio;
varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_length;
varying float v_width;
varying float v_pattern;
varying float v_arrow;
varying float v_gap;
const float bias = 255.0 / 254.0;
void main() {
  vec2 start = (u_matrix * vec3(a_start, 1)).xy * u_half;
  vec2 end = (u_matrix * vec3(a_end, 1)).xy * u_half;
  vec2 line = end - start;
  float len = max(length(line), 0.001);
  vec2 normal = vec2(-line.y, line.x) / len;
  float reach = a_width * 0.5 + 5.0;
  vec2 place = mix(start, end, a_corner.x) + normal * (a_offset + a_corner.y * reach);
  gl_Position = vec4(place / u_half, 0, 1);
  v_along = a_corner.x * len;
  v_across = a_corner.y * reach;
  v_length = len;
  v_width = a_width;
  v_pattern = a_pattern;
  v_arrow = a_arrow;
  v_gap = a_endSize / u_sizeRatio;
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
varying float v_along;
varying float v_across;
varying float v_length;
varying float v_width;
varying float v_pattern;
varying float v_arrow;
varying float v_gap;
void main(void) {
  float d = abs(v_across);
  #ifdef PICKING_MODE
  if (d > v_width * 0.5 + 3.0) discard;
  gl_FragColor = v_color;
  #else
  float half_ = v_width * 0.5;
  float alpha = v_pattern > 2.5
    ? 1.0 - smoothstep(0.4, 1.1, abs(d - half_))
    : 1.0 - smoothstep(half_ - 0.5, half_ + 0.5, d);
  if (v_pattern > 0.5 && v_pattern < 1.5 && mod(v_along, 15.0) > 9.5) alpha = 0.0;
  if (v_pattern > 1.5 && v_pattern < 2.5 && mod(v_along, 6.0) > 2.5) alpha = 0.0;
  float tip = v_length - v_gap - v_along;
  if (v_arrow > 0.5) {
    if (tip < 0.0) alpha = 0.0;
    else if (tip < 10.0) alpha = 1.0 - smoothstep(tip * 0.5 - 0.5, tip * 0.5 + 0.5, d);
  }
  alpha *= v_color.a;
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
  #endif
}`;

const uniforms = ['u_matrix', 'u_half', 'u_sizeRatio'] as const;
type Uniform = (typeof uniforms)[number];

export interface LineData extends EdgeDisplayData {
  readonly pattern?: number;
  readonly offset?: number;
  readonly arrow?: boolean;
}

export class LineProgram extends EdgeProgram<Uniform> {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: TRIANGLES,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: 'a_start', size: 2, type: FLOAT },
        { name: 'a_end', size: 2, type: FLOAT },
        { name: 'a_width', size: 1, type: FLOAT },
        { name: 'a_pattern', size: 1, type: FLOAT },
        { name: 'a_offset', size: 1, type: FLOAT },
        { name: 'a_arrow', size: 1, type: FLOAT },
        { name: 'a_endSize', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [0, -1],
        [1, -1],
        [1, 1],
        [0, -1],
        [1, 1],
        [0, 1],
      ],
    };
  }

  override processVisibleItem(
    edgeIndex: number,
    startIndex: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: LineData,
  ) {
    const { size, color, pattern = 0, offset = 0, arrow = false } = data;
    const end = target.size * 1.15;
    this.array.set(
      [source.x, source.y, target.x, target.y, size, pattern, offset, arrow ? 1 : 0, end, floatColor(color), edgeIndex],
      startIndex,
    );
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>) {
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    gl.uniform2f(uniformLocations.u_half, params.width / 2, params.height / 2);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
  }
}
